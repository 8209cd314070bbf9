ln -s . articles/again
ln -s loop.txt articles/loop.txt
