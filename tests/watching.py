"""What pages do in a browser besides what they show."""

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Watched:
    """What was asked for, and what went wrong, on all pages that are watched."""

    requests: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """What stands in the console, and what scripts threw."""

    def watch(self, page: Page) -> Page:
        """The page, watched from now on."""
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        return page

    def elsewhere(self, *homes: str) -> list[str]:
        """The requests that left these addresses."""
        return [url for url in self.requests if not url.startswith((*homes, "data:", "blob:"))]
