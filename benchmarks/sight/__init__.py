"""What finding by sight is measured and fitted with: pictures, what buyers do to them, and the peers."""
