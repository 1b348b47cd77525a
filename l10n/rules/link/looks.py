"""How addresses look that stand in the round brackets of a link, also of one that is broken."""

import re

_FILE = r"[\w-][\w./-]*\.(?:mdx?|html?|pdf|png|jpe?g|svg|gif)\b"
ADDRESS = rf"(?:https?:|mailto:|www\.|\.{{0,2}}/|#|\?\w|{_FILE})[^\s()（）]*"
# An address with a blank in it, and no title of a link behind that.
SPLIT = re.compile(rf"\]\({ADDRESS}[ \t\u00a0\u3000]+(?![\"'(])[^\s()]+\)")
