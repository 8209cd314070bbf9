gzip -n post.xml
