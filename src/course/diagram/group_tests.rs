//! Pictures with groups: source in, rows out.

use super::tests::picture;
use crate::course::diagram::Style;

#[test]
fn lines_cross_the_frames_of_nested_groups() {
    let source = r#"
        flowchart LR
        user([Reader])
        subgraph vpc["VPC 10.20.0.0/22"]
          subgraph pub["public"]
            lb[Balancer]
          end
          subgraph priv["private"]
            app[App]
            db[(DB)]
          end
        end
        user -->|HTTPS| lb
        lb -->|HTTP| app
        app -->|SQL| db
    "#;
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "                    ┌ VPC 10.20.0.0/22 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐",
            "                    ╎ ┌ public ╌╌╌╌╌╌┐         ┌ private ╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐ ╎",
            "╭────────╮          ╎ ╎ ┌──────────┐ ╎         ╎ ┌─────┐        ╒════╕ ╎ ╎",
            "│ Reader ├─ HTTPS ──┼─┼▸│ Balancer ├─┼─ HTTP ──┼▸│ App ├─ SQL ─▸│ DB │ ╎ ╎",
            "╰────────╯          ╎ ╎ └──────────┘ ╎         ╎ └─────┘        ╘════╛ ╎ ╎",
            "                    ╎ └╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘         └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘ ╎",
            "                    └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘",
        ]
    );
}

#[test]
fn groups_turn_when_the_row_is_too_wide() {
    let source = r#"
        flowchart LR
        reader([Reader]) -->|GET /cat.jpg| edge["CloudFront edge"]
        subgraph region["Seoul Region"]
          subgraph vpc["VPC 10.0.0.0/16"]
            app[App server]
            db[(Database)]
          end
        end
        edge -->|miss| app
        app -- SQL --> db
    "#;
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "                                                  ┌ Seoul Region ╌╌╌╌╌╌╌╌┐",
            "                                                  ╎ ┌ VPC 10.0.0.0/16 ╌┐ ╎",
            "╭────────╮                 ┌────────────┐         ╎ ╎  ┌────────────┐  ╎ ╎",
            "│ Reader ├─ GET /cat.jpg ─▸│ CloudFront ├─ miss ──┼─┼─▸│ App server │  ╎ ╎",
            "╰────────╯                 │    edge    │         ╎ ╎  └─────┬──────┘  ╎ ╎",
            "                           └────────────┘         ╎ ╎        │         ╎ ╎",
            "                                                  ╎ ╎        ▾ SQL     ╎ ╎",
            "                                                  ╎ ╎   ╒══════════╕   ╎ ╎",
            "                                                  ╎ ╎   │ Database │   ╎ ╎",
            "                                                  ╎ ╎   ╘══════════╛   ╎ ╎",
            "                                                  ╎ └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘ ╎",
            "                                                  └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘",
        ]
    );
}

#[test]
fn four_levels_fit_a_terminal() {
    let source = r#"
        flowchart LR
        user([사용자]) --> alb
        subgraph region["서울 리전"]
          subgraph vpc["VPC"]
            subgraph pub["퍼블릭 서브넷"]
              alb[ALB]
              nat[NAT 게이트웨이]
            end
            subgraph pri["프라이빗 서브넷"]
              app[앱 서버]
              db[(데이터베이스)]
            end
          end
          s3[(S3)]
        end
        alb --> app
        app --> db
        app --> nat
        app --> s3
    "#;
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "             ┌ 서울 리전 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐",
            "             ╎ ┌ VPC ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐          ╎",
            "             ╎ ╎ ┌ 퍼블릭 서브넷 ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┐   ╎          ╎",
            "╭────────╮   ╎ ╎ ╎ ┌─────┐   ┌────────────────┐ ╎   ╎          ╎",
            "│ 사용자 ├───┼─┼─┼▸│ ALB │   │ NAT 게이트웨이 │ ╎   ╎          ╎",
            "╰────────╯   ╎ ╎ ╎ └──┬──┘   └────────────────┘ ╎   ╎          ╎",
            "             ╎ ╎ ╎    │       ▴                 ╎   ╎          ╎",
            "             ╎ ╎ └╌╌╌╌┼╌╌╌╌╌╌╌┼╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘   ╎          ╎",
            "             ╎ ╎      │       │                     ╎          ╎",
            "             ╎ ╎      │ ┌─────┴─────────────────────┼─┐        ╎",
            "             ╎ ╎ ┌╌╌╌╌┼╌┼╌╌ 프라이빗 서브넷 ╌╌╌╌╌╌┐ ╎ │        ╎",
            "             ╎ ╎ ╎    ▾ │                         ╎ ╎ │        ╎",
            "             ╎ ╎ ╎ ┌────┴────┐   ╒══════════════╕ ╎ ╎ │ ╒════╕ ╎",
            "             ╎ ╎ ╎ │ 앱 서버 ├──▸│ 데이터베이스 │ ╎ ╎ └▸│ S3 │ ╎",
            "             ╎ ╎ ╎ └─────────┘   ╘══════════════╛ ╎ ╎   ╘════╛ ╎",
            "             ╎ ╎ └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘ ╎          ╎",
            "             ╎ └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘          ╎",
            "             └╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘",
        ]
    );
}

#[test]
fn groups_joined_by_arrows_at_their_frames() {
    let source = r#"
        flowchart LR
        subgraph dc["Data centre"]
          direction TB
          srv[Server] --> disk[(Disk)]
        end
        subgraph cloud["AWS"]
          direction TB
          ec2[EC2] --> ebs[(EBS)]
        end
        dc <-->|VPN| cloud
    "#;
    assert_eq!(
        picture(source, 76, Style::Unicode),
        [
            "┌ Data centre ╌┐         ┌ AWS ╌╌╌╌┐",
            "╎  ┌────────┐  ╎         ╎ ┌─────┐ ╎",
            "╎  │ Server │  ╎         ╎ │ EC2 │ ╎",
            "╎  └───┬────┘  ╎         ╎ └──┬──┘ ╎",
            "╎      │       ╎◂─ VPN ─▸╎    │    ╎",
            "╎      ▾       ╎         ╎    ▾    ╎",
            "╎   ╒══════╕   ╎         ╎ ╒═════╕ ╎",
            "╎   │ Disk │   ╎         ╎ │ EBS │ ╎",
            "╎   ╘══════╛   ╎         ╎ ╘═════╛ ╎",
            "└╌╌╌╌╌╌╌╌╌╌╌╌╌╌┘         └╌╌╌╌╌╌╌╌╌┘",
        ]
    );
}

#[test]
fn without_box_characters() {
    let source = r#"
        flowchart LR
        reader([Reader]) -->|GET| edge{Cached?}
        subgraph vpc["VPC"]
          db[(DB)]
        end
        edge -.->|miss| db
        edge -->|hit| reader
    "#;
    assert_eq!(
        picture(source, 76, Style::Ascii),
        [
            "                                       + VPC ...+",
            ".--------.         /---------\\         : +====+ :",
            "| Reader |-- GET ->< Cached? >. miss ..+>| DB | :",
            "|        |<- hit --<         >         : +====+ :",
            "'--------'         \\---------/         +........+",
        ]
    );
}
