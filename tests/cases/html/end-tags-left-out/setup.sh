awk 'BEGIN {
    print "<!DOCTYPE html>\n<html lang=\"en\"><body>"
    print "<h1>Market day in the new square</h1>"
    print "<p>On Monday the council said that the market was moved to the new square.</p>"
    for (i = 0; i < 10000; i++) printf "<ul><li><b>rain<li>and wind</ul>"
    for (i = 0; i < 10000; i++) printf "<table><tr><td><font>rain<td>and wind<tr><td>again</table>"
    for (i = 0; i < 50000; i++) printf "<p><i>It rained on the town. "
    print ""
    print "</body></html>"
}' > post.html
