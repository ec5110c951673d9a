//! tmp
fn main() {
    let root = std::env::args().nth(1).unwrap();
    let mut d = cxbook::diagnostic::Diagnostics::default();
    let t = std::time::Instant::now();
    let s = cxbook::sources::read(std::path::Path::new(&root), &mut d);
    eprintln!("read {:?}", t.elapsed());
    if let Some(s) = s {
        let p = cxbook::program::check(&s, &mut d);
        eprintln!("checked {:?}", t.elapsed());
        for x in d.clone().sorted() { eprintln!("{:?} {} {:?} {:?}", x.severity, x.message, x.place, x.help); }
        let m = cxbook::metrics::measure(&p);
        eprintln!("measured {:?}", t.elapsed());
        print!("{}", cxbook::pages::metrics_csv::metrics_csv(&p, &m));
        eprintln!("csv {:?}", t.elapsed());
    } else { for x in d.sorted() { eprintln!("{x:?}"); } }
}
