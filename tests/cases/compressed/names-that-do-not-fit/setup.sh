cd desk
cp post.txt text.txt.gz
: > empty.txt.gz
gzip -c post.txt | gzip -c > twice.txt.gz
gzip -c post.txt > packed.txt
gzip -c post.txt > packed.txt.zst
printf '\050\265\057\375\000\070\011\000\000x' > packed.md.gz
printf 'PK\003\004xxxxxxxxxxxxxxx' > archive.txt
printf '\3757zXZ\000xxxxxxxxxxxx' > other.txt.gz
mkfifo pipe.txt.gz
