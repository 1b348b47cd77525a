# Renders one document per line of JSON, as Jekyll would: {"text": …} becomes {"html": …} or {"error": …}.
require "json"
require "kramdown"
require "kramdown-parser-gfm"

STDIN.set_encoding("UTF-8")
STDOUT.set_encoding("UTF-8")
STDOUT.sync = true

STDIN.each_line do |line|
  answer =
    begin
      text = JSON.parse(line)["text"]
      { html: Kramdown::Document.new(text, input: "GFM", hard_wrap: false).to_html }
    rescue StandardError => error
      { error: "#{error.class}: #{error.message}" }
    end
  STDOUT.puts(JSON.generate(answer))
end
