"""Page objects of the intranet; those of desk, portal and handset are in motcua.testkit.pages."""
