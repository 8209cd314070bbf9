# Nothing is read-only for root.
[ "$(id -u)" = 0 ] && exit 77
chmod a-w rules.yaml
