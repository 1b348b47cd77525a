# po4a through its Perl modules, in one process; speaks the JSON lines of benchmarks/worker.py.
# An argument is the value of --wrap-po; po4a's own default, 76, costs it half its time.
use strict;
use warnings;
use JSON::PP;
use Time::HiRes qw(time);

open(my $answers, '>&', \*STDOUT) or die $!;
$answers->autoflush(1);
open(STDOUT, '>', '/dev/null') or die $!;
open(STDERR, '>', '/dev/null') or die $!;

my $wrap = shift // 76;
my $name = $wrap eq '76' ? 'po4a' : "po4a --wrap-po=$wrap";

my $found = eval { require Locale::Po4a::Chooser; require Locale::Po4a::TransTractor; 1 };
if (!$found) {
    print $answers encode_json({ absent => 'po4a is not installed' }), "\n";
    exit;
}
print $answers encode_json({ name => $name, version => "$Locale::Po4a::TransTractor::VERSION" }), "\n";

# The options of the command line: -f text -o markdown -o neverwrap -o yfm_lenient -o yfm_keys=…
my %options = (
    markdown    => 1,
    neverwrap   => 1,
    yfm_lenient => 1,
    yfm_keys    => 'title,excerpt',
    verbose     => 0,
    debug       => 0,
    'wrap-po'   => $wrap,
);

while (my $line = <STDIN>) {
    my $request = decode_json($line);
    my $root    = $request->{root};
    my %failed;
    my $start = time;
    if ($request->{do} ne 'prepare') {
        opendir(my $folder, "$root/posts") or die $!;
        for my $name (sort grep { s/\.md$// } readdir $folder) {
            my $po = "$root/catalogs/$name.po";
            next if $request->{do} eq 'build' && !-e $po;
            eval { $request->{do} eq 'extract' ? extract($root, $name, $po) : build($root, $name, $po); 1 }
              or $failed{$name} = "$@";
        }
    }
    my $seconds = time - $start;
    print $answers encode_json({ seconds => $seconds, peak => peak(), failed => \%failed }), "\n";
}

sub extract {
    my ($root, $name, $po) = @_;
    Locale::Po4a::Chooser::new('text', %options)->process(
        file_in_name    => ["$root/posts/$name.md"],
        file_in_charset => 'UTF-8',
        po_out_name     => $po,
    );
}

sub build {
    my ($root, $name, $po) = @_;
    Locale::Po4a::Chooser::new('text', %options)->process(
        po_in_name       => [$po],
        file_in_name     => ["$root/posts/$name.md"],
        file_in_charset  => 'UTF-8',
        file_out_name    => "$root/built/$name.md",
        file_out_charset => 'UTF-8',
    );
}

sub peak {
    open(my $status, '<', '/proc/self/status') or return 0;
    while (<$status>) { return $1 + 0 if /^VmHWM:\s*(\d+)/ }
    return 0;
}
