printf '\211PNG\r\n\032\n\000\000\000\rIHDR\000\000\002' > bytes.html
awk 'BEGIN { for (i = 0; i < 3000; i++) printf "%c%c", 1 + i % 8, 14 + i % 17 }' >> bytes.html
