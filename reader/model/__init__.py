"""An issue as frozen data: its blocks and outline, its figures and contacts, marks, and closed lists of kinds."""
