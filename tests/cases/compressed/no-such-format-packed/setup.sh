gzip -n post.docx
