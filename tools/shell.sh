# Runs a line of the Makefile for root: what it makes in somebody's folder is given to them, so that make works for them.
give_back() {
    owner=$(stat -c %u:%g .)
    [ "${owner%%:*}" = 0 ] || find . -xdev -user 0 -exec chown -h "$owner" {} +
}
trap give_back EXIT
trap 'exit 130' INT
sh -c "$1"
