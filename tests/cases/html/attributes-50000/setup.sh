awk 'BEGIN {
    print "<!DOCTYPE html>\n<html lang=\"en\"><body>"
    print "<h1>Market day in the new square</h1>"
    print "<p>On Monday the council said that the market was moved to the new square.</p>"
    printf "<p class=\"a\""
    for (i = 0; i < 50000; i++) printf " a%d", i % 5000
    print ">Nobody had asked the traders.</p>"
    printf "<p class=\"a\""
    for (i = 0; i < 300; i++) printf " b%d=\"%d\"", i, i
    print ">They stood in the rain.</p>"
    print "</body></html>"
}' > post.html
