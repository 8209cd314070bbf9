awk 'BEGIN {
    print "<!DOCTYPE html>\n<html lang=\"en\"><body>"
    print "<h1>Market day in the new square</h1>"
    print "<p>On Monday the council said that the market was moved to the new square.</p>"
    for (i = 0; i < 50000; i++) printf "<t%d>rain</t%d> ", i, i
    print ""
    print "</body></html>"
}' > post.html
