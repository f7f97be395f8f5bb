"""The truce language: what a truce says, who it binds, where and when; knows no particular truce."""
