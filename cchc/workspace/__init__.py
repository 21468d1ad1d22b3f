"""The only room at the disk: plans and settings found, files read, outputs replaced whole, LibreOffice called."""
