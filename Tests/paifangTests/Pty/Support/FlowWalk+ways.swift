extension FlowWalk {
    /// Ways out of the service, and what who keeps it does.
    static let ways: [FlowWalk] = [
        FlowWalk(
            flow: "withdraw",
            language: "zh",
            before: [.account, hundredDollars],
            end: "withdraw.paid_out.title",
            moves: signIn + [
                .see("withdraw.where.title"), .type("40", at: "withdraw.payout_amount.label"),
                .type("Jana Novakova", at: "withdraw.payout_holder.label"),
                .mistake(
                    "???",
                    at: "withdraw.payout_account.label",
                    says: "withdraw.payout_account.error.form"
                ),
                .type("CZ6508000000192000145399", at: "withdraw.payout_account.label"),
                .type("GIBACZPX", at: "withdraw.payout_bank.label"), .proceed,
                .mistake(
                    wrong,
                    at: "withdraw.password.label",
                    says: "withdraw.password.error.wrong"
                ),
                .type(password, at: "withdraw.password.label"), .proceed,
            ]
        ),
        FlowWalk(
            flow: "account-standing",
            language: "cs",
            options: [
                "--given", "email=\(email)", "--given", "change=suspend", "--given",
                "suspend_for=contact_data",
            ],
            end: "account-standing.suspended.title",
            moves: []
        ),
    ]
}
