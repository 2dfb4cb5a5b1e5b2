"""How gunicorn gives news: `gunicorn -c python:commonweal.project.news_server`."""

wsgi_app = "commonweal.project.news:application"
worker_class = "asgi"
workers = 1
worker_connections = 4_000
