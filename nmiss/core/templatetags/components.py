"""GOV.UK components as template tags. One tag, one template in templates/components."""

from django import template

register = template.Library()
