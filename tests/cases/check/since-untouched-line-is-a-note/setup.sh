command -v git >/dev/null || exit 77
