"""The desk's computer, where somebody without a smartphone activates VNeID in a browser."""
