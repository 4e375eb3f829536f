"""Every address of the hub, application by application."""


urlpatterns: list = []
