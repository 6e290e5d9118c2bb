CREATE INDEX act_links_by_confidence ON act_links (confidence, later, first) WHERE is_nearest;
