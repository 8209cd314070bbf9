gzip -c post.txt | head -c 40 > cut.txt.gz
