# Half a pair in the middle, and an odd byte at the end.
printf '\377\376T\000\075\330h\000e\000.\000\n\000x' > post.txt
printf '\376\377\000{\000"\000t\000e\000x\000t\000"\000:\000"\330\075\000"\000}\000\n' > wire.jsonl
