"""What check says of real newsletters, held against labels made by hand."""
