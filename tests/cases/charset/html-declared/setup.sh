mkdir desk
page() { # DECLARATION TEXT
    printf "<!doctype html>\n<html lang=en><head>$1<title>Market moved</title></head>\n"
    printf "<body><article><h1>Market moved</h1>\n<p>$2</p></article></body></html>\n"
}
# The same letters every time: curly quotes, é, the euro sign.
page '<meta charset="iso-8859-1">' 'The \223caf\351\224 paid \2005 for it.' > desk/latin-1.html
page '<meta http-equiv="Content-Type" content="text/html; charset=macintosh">' \
    'The \322caf\216\323 paid \3335 for it.' > desk/macintosh.htm
page '<meta charset=utf-8>' 'The \342\200\234caf\303\251\342\200\235 paid \342\202\2545 for it.' > desk/utf-8.html
# In the mark's charset, whatever else is said.
{ printf '\357\273\277'; page '<meta charset=koi8-r>' \
    'The \342\200\234caf\303\251\342\200\235 paid \342\202\2545 for it.'; } > desk/utf-8-mark.html
python3 - <<'END'
text = open("desk/utf-8.html", encoding="utf-8").read().replace("utf-8", "utf-16")
open("desk/utf-16-mark.html", "wb").write(("\ufeff" + text).encode("utf-16-le"))
END
{ printf '<?xml version="1.0" encoding="windows-1252"?>\n'; page '' \
    'The \223caf\351\224 paid \2005 for it.'; } > desk/declaration.xhtml
# Declared is declared: as browsers show it.
page '<meta charset=windows-1252>' 'The caf\303\251 paid for it.' > desk/wrong.html
gzip -n desk/latin-1.html
