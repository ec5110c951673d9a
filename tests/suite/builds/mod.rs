//! Small programs, built by the binary: one test for each behaviour.

mod anonymous;
mod answers;
mod asked;
mod charts;
mod commands;
mod commentary;
mod contact_details;
mod example;
mod full;
mod further;
mod hostile;
mod killed;
mod links;
mod numbers;
mod output;
mod pages;
mod pipes;
mod privacy;
mod reach;
mod sizes;
mod subtraction;
mod tables;
mod templates;
mod theme_data;
mod themes;
mod waves;
