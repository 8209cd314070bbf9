mkdir desk
page() { # DECLARATION TEXT
    printf "<!doctype html>\n<html lang=en><head>$1<title>Market moved</title></head>\n"
    printf "<body><article><h1>Market moved</h1>\n<p>$2</p></article></body></html>\n"
}
page '' 'The caf\303\251 is shut.' > desk/none-utf-8.html
page '' 'The caf\351 is shut.' > desk/none.html
# One broken letter does not make the rest something else.
page '' 'The caf\303\251 \342\200\223 or caf\303 \342\200\223 is shut.' > desk/none-nearly-utf-8.html
page '<meta charset=klingon>' 'The caf\303\251 is shut.' > desk/unknown.html
page '<meta charset=utf-8>' 'The caf\351 is shut. So is \377.' > desk/not-utf-8.html
page '<meta charset=shift_jis>' 'The quay is shut.\200' > desk/not-shift-jis.html
page '<meta charset=utf-8>' 'The quay is\000 shut.' > desk/nul.html
python3 - <<'END'
text = open("desk/none-utf-8.html", encoding="utf-8").read()
open("desk/utf-16-without-a-mark.html", "wb").write(text.encode("utf-16-le"))
END
