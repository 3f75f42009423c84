
grant execute on function intake.next_report_number, intake.open_receipt, intake.receipt_additions, intake.is_relative to anwang_app, anwang_worker;
