# A frame that asks for 256 MiB, and one that asks for 3.75 TiB.
printf '\050\265\057\375\000\220\011\000\000x' > post.txt.zst
printf '\050\265\057\375\000\377\011\000\000x' > wire.jsonl.zst
