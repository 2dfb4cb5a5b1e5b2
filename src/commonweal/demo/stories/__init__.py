"""What happened in the valley, each institution's history by its own stories."""

from commonweal.demo.stories.assembly import history as assembly
from commonweal.demo.stories.bakery import history as bakery
from commonweal.demo.stories.laundry import history as laundry
from commonweal.demo.stories.poplars import history as poplars
from commonweal.demo.stories.river import history as river
from commonweal.demo.stories.tenants import history as tenants
from commonweal.demo.stories.together import history as together

STORIES = (tenants, assembly, bakery, laundry, poplars, river, together)
