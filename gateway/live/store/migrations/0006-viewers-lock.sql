-- A hold and a plan are counted under a lock of their mine's row, also by a viewer, and a lock asks for the right to update
-- some column. An identity column GENERATED ALWAYS takes no other value.
GRANT UPDATE (id) ON mine TO hyalite_viewer;
