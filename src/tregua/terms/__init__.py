"""The truce language: schema, loader, evaluation. It knows no particular truce."""
