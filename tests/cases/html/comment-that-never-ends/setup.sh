awk 'BEGIN {
    print "<!DOCTYPE html>\n<html lang=\"en\"><body>"
    print "<h1>Market day in the new square</h1>"
    print "<p>On Monday the council said that the market was moved to the new square.</p>"
    print "<p>Nobody had asked the traders.</p>"
    printf "<!-- It rained."
    for (i = 0; i < 3200000; i++) printf "--- <p>rain -- > "
    print ""
}' > post.html
