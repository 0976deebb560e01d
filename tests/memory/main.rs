//! What is remembered, seen from outside: against the reference implementation, and over time zones and machines.

mod reference;
