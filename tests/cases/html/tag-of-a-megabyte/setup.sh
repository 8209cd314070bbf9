awk 'BEGIN {
    print "<!DOCTYPE html>\n<html lang=\"en\"><body>"
    print "<h1>Market day in the new square</h1>"
    print "<p>On Monday the council said that the market was moved to the new square.</p>"
    printf "<p>Below it stands a picture: <img alt=\"a\" src=\"data:image/png;base64,"
    for (i = 0; i < 65536; i++) printf "AAAAAAAAAAAAAAAA"
    print "\"> and a line about the rain.</p>"
    print "</body></html>"
}' > post.html
