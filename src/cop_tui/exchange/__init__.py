"""The formats of the world around: readers and writers, one file each."""
