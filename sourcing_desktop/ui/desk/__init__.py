"""The picture desk: looking for goods by pictures of them."""
