awk 'BEGIN {
    print "<rss><channel><item><guid>1</guid><title>Market moved</title></item>"
    print "<item><guid>2</guid><title>Deep</title>"
    for (i = 0; i < 100000; i++) printf "<a>"
    for (i = 0; i < 100000; i++) printf "</a>"
    print "</item></channel></rss>"
}' > post.xml
