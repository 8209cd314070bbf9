mkdir desk
mark=$(printf '\357\273\277')
printf '%s\r\n' "${mark}date 2031-03-02" 'Market moved' '' 'It was moved.' > desk/post.txt
printf '%s\r\n' "${mark}---" 'publisher: Ellery Post' '---' '# Market moved' '' 'It was moved.' > desk/note.md
printf '%s\r\n' "${mark}"'{"id": "a", "text": "It was moved."}' '' '{"id": "b", "text": "Again."}' > desk/wire.jsonl
gzip -nk desk/note.md desk/wire.jsonl
