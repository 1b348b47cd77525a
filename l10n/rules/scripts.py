"""Languages by the script they are written in."""

# Those in which Latin letters stand out from the text.
FOREIGN = frozenset(
    "am ar be bg bn el fa gu he hi hy ja ka kk km kn ko lo mk ml mn mr my ne pa ru sa si sr ta te "
    "th uk ur yi zh".split()
)
