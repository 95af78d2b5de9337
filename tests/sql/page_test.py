"""gazette_html and report.sql: opened in headless Chromium, where there is one; hostile text stays text everywhere.

python3 page_test.py GAZETTE.so [FOLDER]   keeps screenshots in FOLDER
"""
import html.parser
import os
import random
import re
import sys
import tempfile

import browser
from shell import check, done, exact, run

folder = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="gazette-page-")
os.makedirs(folder, exist_ok=True)
ARTICLE = """River bursts its banks in Karon valley

KARON, 3 May 2024 (Gazette) — At least 40 people were killed and 12 soldiers were injured when the river burst its banks, Interior Minister Leila Haddad said on Friday.

“We warned them twice,” Haddad told reporters. “Nobody listened.”

The army denied that 30 civilians had been killed. It said: “The figure of ‘30 dead civilians’ is an invention,

and we reject it.”

Armenia accused Azerbaijan of attacking its border posts. Russia condemned the attack.
"""
HOSTILE = ("<script>window.bad = 1</script>\n\n“<img src=x onerror=\"window.bad = 1\"> </style></title><a href=javascript:bad()>40 people were killed</a>,” "
           "Minister Ann <b>Smith</b> said. \u202e“Reversed \u2066words\u2069,” police said.\u200b '\"><svg onload=bad()> ]]> <!-- &lt;b&gt; &#0; \u0001 \ufeff\n\n"
           "{{ }} ${bad} <iframe src=http://example.com></iframe><link rel=stylesheet href=http://example.com/x.css> At least 5 </p> people died, John O'Neil said.")


def page(text, name):
    path = os.path.join(folder, name)
    run(":memory:", f"SELECT length(writefile('{path}', gazette_html({exact(text)}, '2024-05-04')));")
    return path


class Shape(html.parser.HTMLParser):
    """The elements and the text of a page; elements must nest, and every link must lead somewhere."""
    EMPTY = {"meta", "link", "br"}
    FORBIDDEN = {"script", "iframe", "img", "svg", "object", "form", "b:unexpected"}

    def __init__(self, path):
        super().__init__(convert_charrefs=True)
        self.stack, self.words, self.ids, self.links, self.wrong, self.hidden = [], [], [], [], [], 0
        with open(path, encoding="utf-8") as file:
            self.source = file.read()
        self.feed(self.source)
        self.close()
        self.wrong += [f"no {link}" for link in self.links if link not in self.ids] + [f"unclosed {tag}" for tag, _ in self.stack]
        if len(set(self.ids)) != len(self.ids):
            self.wrong.append("an id twice")

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag in self.FORBIDDEN or any(name.startswith("on") for name in values):
            self.wrong.append(f"<{tag} {attributes}>")
        self.ids += [values["id"]] if "id" in values else []
        if tag == "a":
            self.links.append(values["href"].removeprefix("#"))
        if tag not in self.EMPTY:
            self.stack.append((tag, values.get("class", "")))

    def handle_endtag(self, tag):
        if not self.stack or self.stack[-1][0] != tag:
            self.wrong.append(f"</{tag}> in {self.stack[-3:]}")
        else:
            self.stack.pop()

    def handle_data(self, data):
        if any(tag == "article" for tag, _ in self.stack) and not any("card" in c or "ref" in c.split() for _, c in self.stack):
            self.words.append(data)


UNSEEN = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u0000-\u0008\u000e-\u001f\u007f-\u009f]")


def words(text):
    return re.sub(r"\s", "", UNSEEN.sub(lambda m: f"U+{ord(m[0]):04X}", text))


for name, text in (("article.html", ARTICLE), ("hostile.html", HOSTILE), ("empty.html", ""), ("plain.html", "no facts")):
    shape = Shape(page(text, name))
    check(name + ": well made", shape.wrong, [])
    check(name + ": nothing of the text is lost, nothing is added", words("".join(shape.words)).removeprefix("" if "\n\n" in text else "Article"), words(text))
    check(name + ": no control characters", UNSEEN.findall(shape.source), [])
check("NULL", run(":memory:", "SELECT gazette_html(NULL) IS NULL;").strip(), "1")

# Marks that nest and cross in every way that random news gives.
random.seed(11)
pieces = ["“", "”", "‘", "’", "Minister Ann Smith", " said ", "she ", "told reporters, ", "At least 12 people were killed", " and 5 soldiers injured", ". ", ",", "\n\n", "\n", "Armenia",
          " accused ", "Azerbaijan ", "police", "the army ", "according to ", "on Monday ", "\u202e", "<b>", "in Paris", "met ", "that ", "denied "]
for i in range(60):
    text = "Headline\n\n" + "".join(random.choice(pieces) for _ in range(random.randint(5, 120)))
    shape = Shape(page(text, "random.html"))
    check(f"random {text!r}", (shape.wrong, words("".join(shape.words))), ([], words(text)))

# The report of a database with hostile names.
database = os.path.join(folder, "news.db")
if os.path.exists(database):
    os.remove(database)
run(database, ".read sql/schema.sql\n.read sql/views.sql\n.read sql/follow.sql\n" + f"INSERT INTO article(body, published) VALUES ({exact(ARTICLE)}, '2024-05-04');"
    + """INSERT INTO article(id, published) VALUES (5, '2024-05-05'), (6, '2024-05-06');
    INSERT INTO quote(article, id, kind, content, speaker) VALUES (5, 1, 'direct', '<script>', '<script>window.bad = 1</script>' || char(8238));
    INSERT INTO casualty(article, id, harm, best, claimant, status, place) VALUES (5, 1, 'killed', 7, '"><img src=x onerror=bad()>', 'asserted', '</svg><b>Karon'),
      (6, 1, 'killed', 9, '"><img src=x onerror=bad()>', 'asserted', '</svg><b>Karon');
    INSERT INTO event(article, id, type, auxiliary, source, target, reciprocal) VALUES (5, 1, 'ACCUSE', 'actual', '<b>A</b>', 'B & ''C''', 0);""")
report = os.path.join(folder, "report.html")
with open(report, "w", encoding="utf-8") as file:
    file.write(run(database, ".read sql/report.sql\n", extension=False))
with open(os.path.join(folder, "no-news.html"), "w", encoding="utf-8") as file:  # of a database without articles
    file.write(run(":memory:", ".read sql/schema.sql\n.read sql/views.sql\n.read sql/report.sql\n", extension=False))
with open(report, encoding="utf-8") as file:
    source = file.read()
check("report: names stay text", [bad for bad in ("<script", "<img", "<b>A", "\u202e", "</svg><b>K") if bad in source], [])

if browser.find() is None:
    print("skipped: no Chromium here, so nothing was opened in it")
    done()
with browser.Browser() as b:
    def clean(what):
        check(what + ": console", b.errors(), [])
        check(what + ": requests", b.requests(), [])
        check(what + ": no script ran", b.evaluate("typeof window.bad"), "undefined")

    def spot(selector):
        b.evaluate(f"document.querySelector({selector!r}).scrollIntoView({{block: 'center'}})")
        return b.evaluate(f"(() => {{ const r = document.querySelector({selector!r}).getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2] }})()")

    shown = "[...document.querySelectorAll('.card')].filter(c => c.getClientRects().length).map(c => c.innerText)"
    b.emulate()
    b.size(1300, 1000)
    b.open(os.path.join(folder, "article.html"))
    check("at first no row is shown", b.evaluate(shown), [])
    b.point(*spot("#claim-1"))
    b.settle()
    check("pointing at a claim shows its row alone", [("harm killed" in card, "low 40" in card) for card in b.evaluate(shown)], [(True, True)])
    b.point(*spot("a.ref-claim"), click=True)
    b.settle()
    check("a click leads to the row", (b.evaluate("location.hash"), b.evaluate("document.querySelector(':target').tagName")), ("#row-claim-1", "TR"))
    row = b.evaluate("document.querySelector(':target').innerText")
    check("which says the same", ("killed" in row, "40" in row), (True, True))
    check("and is in view", b.evaluate("(() => { const r = document.querySelector(':target').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight })()"), True)
    b.point(*spot("#row-claim-1 a"), click=True)
    b.settle()
    check("and back", b.evaluate("location.hash"), "#claim-1")
    b.point(1, 1)
    b.evaluate("document.querySelector('a.ref-quote').focus()")
    check("focus shows a row", [("speaker" in card) for card in b.evaluate(shown)], [True])
    check("links say what they are", b.evaluate("[...document.querySelectorAll('a')].every(a => (a.ariaLabel || a.innerText).trim().length > 1)"), True)
    for dark in (False, True):
        for width, height in ((1300, 1000), (390, 844)):
            b.screenshot(os.path.join(folder, f"article-{width}{'-dark' if dark else ''}.png"), width, height, dark=dark)
            check(f"fits {width}", b.evaluate("document.documentElement.scrollWidth <= innerWidth"), True)
        contrast = """(() => { const lum = c => { const v = c.match(/[0-9.]+/g).slice(0, 3).map(x => x / 255).map(x => x <= .03928 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
          return .2126 * v[0] + .7152 * v[1] + .0722 * v[2] };
          const back = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!c.startsWith('rgba(0, 0, 0, 0')) return c } return 'rgb(255,255,255)' };
          return Math.min(...[...document.querySelectorAll('p, a, span, td, th, h1, h2, b, li')].filter(e => e.innerText && e.getClientRects().length)
            .map(e => { const a = lum(getComputedStyle(e).color), b = lum(back(e)); return (Math.max(a, b) + .05) / (Math.min(a, b) + .05) })) })()"""
        ratio = b.evaluate(contrast)
        check(f"contrast {ratio:.2f} in the {'dark' if dark else 'light'} scheme", ratio >= 4.5, True)
    b.emulate(media="print")
    check("print shows no panel", b.evaluate(shown), [])
    b.emulate()
    clean("article")
    for name in ("hostile.html", "report.html", "no-news.html"):
        b.open(os.path.join(folder, name))
        b.settle()
        clean(name)
        for dark in (False, True):
            for width in (1300, 390):
                b.screenshot(os.path.join(folder, name.replace(".html", f"-{width}{'-dark' if dark else ''}.png")), width, dark=dark)
                check(f"{name} fits {width}", b.evaluate("document.documentElement.scrollWidth <= innerWidth"), True)
            ratio = b.evaluate(contrast)
            check(f"{name}: contrast {ratio:.2f} in the {'dark' if dark else 'light'} scheme", ratio >= 4.5, True)
        b.emulate()
    # A reader without sight: landmarks, a heading above each table, cells that say what they head.
    b.open(os.path.join(folder, "article.html"))
    check("landmarks", b.evaluate("[!!document.querySelector('main > article'), document.querySelector('aside').ariaLabel, document.documentElement.lang].join()"), "true,Facts,en")
    check("headings in order", b.evaluate("[...document.querySelectorAll('h1, h2, h3')].map(h => h.tagName[1]).join('')[0]"), "1")
    check("one title", b.evaluate("document.querySelectorAll('h1').length"), 1)
    check("tables have heads", b.evaluate("[...document.querySelectorAll('table')].every(t => t.querySelector('th[scope=col]'))"), True)
    check("jumps both ways", b.evaluate("""[...document.querySelectorAll('article a[href^="#row-quote"], article a[href^="#row-claim"]')].every(a => {
      const row = document.querySelector(a.hash), back = row && row.querySelector('a'); return back && document.querySelector(back.hash).contains(a) })"""), True)
if len(sys.argv) <= 2:
    for file in os.listdir(folder):
        os.remove(os.path.join(folder, file))
    os.rmdir(folder)
done()
