[ -e /dev/full ] || exit 77
