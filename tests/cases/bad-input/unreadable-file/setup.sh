[ "$(id -u)" -ne 0 ] || exit 77  # root may read everything
echo The market was moved. > locked.txt
chmod 000 locked.txt
